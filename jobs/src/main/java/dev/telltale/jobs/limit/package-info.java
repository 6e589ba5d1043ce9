/** What one run may hold and how often it tries. Imports nothing. */
@NullMarked
package dev.telltale.jobs.limit;

import org.jspecify.annotations.NullMarked;
