package dev.telltale.jobs.command.report;

/**
 * Objects that ended with one status and one gravest fault.
 *
 * @param fault may be empty
 * @param first the key of one of them, masked
 */
record FaultCount(String status, String fault, long objects, long unread, String first) {}
