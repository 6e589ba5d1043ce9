/** {@code telltale cases}: what belongs together of the findings, and where it comes from. */
@NullMarked
package dev.telltale.jobs.command.cases;

import org.jspecify.annotations.NullMarked;
