/**
 * Keeps a lake fast and small: files joined and ordered, old versions and manifests removed.
 * Imports the tables and the plan.
 */
@NullMarked
package dev.telltale.jobs.maintenance;

import org.jspecify.annotations.NullMarked;
