/**
 * The settings of an erasure come in: what to erase, which plan, which certificate. A plan, what
 * became of it, a certificate and an exit code go out. Imports what commands share, {@code erasure}
 * and {@code terminal}.
 */
@NullMarked
package dev.telltale.jobs.command.erase;

import org.jspecify.annotations.NullMarked;
