/**
 * What the sources hold: URIs come in; a distributed table of object references goes out. Imports
 * the store and the core's scan types.
 */
package dev.telltale.jobs.listing;
