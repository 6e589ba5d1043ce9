package dev.telltale.jobs.maintenance;

import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.TableSize;

/**
 * One table before and after.
 *
 * @param after the same as before in a dry run
 * @param unused files that only versions past their retention consist of; of a dry run only
 */
public record OptimizedTable(LakeTable table, TableSize before, TableSize after, long unused) {}
