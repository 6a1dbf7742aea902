# The two commands are `make run` and `make check`; everything else is meson.
.PHONY: run build check check-long check-graphs bench install clean needs-run needs-check

release = build/release

# Builds no more than it needs.
run: $(release)/build.ninja
	@ninja -C $(release) app/cli/sightline-cli app/cli/sightline-cli-drawing.so ui/sightline data/gschemas.compiled
	@tests/support/run.sh $(release)

build: $(release)/build.ninja
	@ninja -C $(release)

$(release)/build.ninja: needs-run
	@test -f $@ || { mkdir -p build && meson setup $(release) -Dbuildtype=debugoptimized -Dui=enabled; }

# Ends with one line "N passed, N failed".
check: needs-check
	@tests/support/check.sh

# The same with the tests that take minutes.
check-long: needs-check
	@tests/support/check.sh long

# Any collection of graphs through the layout; the form of the files: tests/map/test-layout-graphs.c.
check-graphs: build
	@SIGHTLINE_GRAPHS="$(GRAPHS)" $(release)/tests/map/test-layout-graphs

# Ratios to bare baselines in the same run.
bench: needs-check
	@test -f build/bench/build.ninja || { mkdir -p build && meson setup build/bench -Dbuildtype=release -Dui=enabled; }
	@ninja -C build/bench
	@meson test -C build/bench --no-rebuild --benchmark -v

install: build
	@meson install -C $(release) --no-rebuild

clean:
	rm -rf build

needs-run:
	@tests/support/set-up.sh run

needs-check:
	@tests/support/set-up.sh check || { echo "0 passed, 1 failed"; exit 1; }
