/**
 * Pages for a browser: self-contained files without a network. Tables and charts come in, HTML goes
 * out, through templates that escape. Imports {@code terminal}.
 */
@NullMarked
package dev.telltale.jobs.page;

import org.jspecify.annotations.NullMarked;
