# The two commands are `make run` and `make check`; everything else is meson.
.PHONY: run build check check-long bench install clean

release = build/release

run: build
	@tests/support/run.sh $(release)

build:
	@tests/support/set-up.sh run
	@mkdir -p build
	@test -f $(release)/build.ninja || meson setup $(release) -Dbuildtype=debugoptimized -Dui=enabled
	@ninja -C $(release)

# Ends with one line "N passed, N failed".
check:
	@tests/support/set-up.sh check
	@tests/support/check.sh

# The same with the tests that take minutes.
check-long:
	@tests/support/set-up.sh check
	@tests/support/check.sh long

# Ratios to bare baselines in the same run.
bench:
	@tests/support/set-up.sh check
	@mkdir -p build
	@test -f build/bench/build.ninja || meson setup build/bench -Dbuildtype=release -Dui=enabled
	@ninja -C build/bench
	@meson test -C build/bench --no-rebuild --benchmark -v

install: build
	@meson install -C $(release) --no-rebuild

clean:
	rm -rf build
