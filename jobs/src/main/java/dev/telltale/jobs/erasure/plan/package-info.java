/**
 * What is asked for comes in, a plan goes out: from the lake's rows and, unless nobody asks it, the
 * listing of the store. No object is read. Imports the tables and the stores of the erasure.
 */
@NullMarked
package dev.telltale.jobs.erasure.plan;

import org.jspecify.annotations.NullMarked;
