/**
 * An erasure as data: what is planned, what became of it, and the file that a person approves by
 * its hash. What plans, applies and proves stands in the packages below. Imports the settings'
 * mistakes and the location.
 */
@NullMarked
package dev.telltale.jobs.erasure;

import org.jspecify.annotations.NullMarked;
