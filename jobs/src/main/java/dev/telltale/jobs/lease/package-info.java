/**
 * The root of a lake comes in; the right to write it, held by one scan at a time, goes out. Imports
 * the store and the settings' mistakes.
 */
package dev.telltale.jobs.lease;
