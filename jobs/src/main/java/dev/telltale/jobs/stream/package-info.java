/**
 * Scans as a structured streaming query. Its offsets are runs: the manifests that {@code scan}
 * freezes, so that a batch of the stream is a run of the lake, with the same commits.
 */
package dev.telltale.jobs.stream;
