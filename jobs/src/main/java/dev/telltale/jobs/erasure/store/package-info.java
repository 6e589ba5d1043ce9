/**
 * What an erasure asks of a store and does to it: versions and markers of a key, locks, deletion by
 * version id, conditional replacement, unfinished uploads. Imports the store.
 */
@NullMarked
package dev.telltale.jobs.erasure.store;

import org.jspecify.annotations.NullMarked;
