/**
 * A plan comes in, and whatever can still be found of what it names; a certificate goes out, and
 * what is wrong with one. Imports the scan's rules, the listing, the tables and the ledger of
 * actions.
 */
@NullMarked
package dev.telltale.jobs.erasure.proof;

import org.jspecify.annotations.NullMarked;
