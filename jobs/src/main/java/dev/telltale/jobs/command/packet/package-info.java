/** {@code telltale packet}: what others need to know of cases, without a value. */
@NullMarked
package dev.telltale.jobs.command.packet;

import org.jspecify.annotations.NullMarked;
