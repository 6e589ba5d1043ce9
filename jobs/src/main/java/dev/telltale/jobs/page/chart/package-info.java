/**
 * Labels and amounts come in, the shapes of a chart go out; templates write them as SVG whose words
 * are words. Imports {@code terminal}.
 */
@NullMarked
package dev.telltale.jobs.page.chart;

import org.jspecify.annotations.NullMarked;
