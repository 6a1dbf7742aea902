-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE "risk" ADD COLUMN "later" TEXT;
UPDATE "risk" SET "no_such_column" = 1;
