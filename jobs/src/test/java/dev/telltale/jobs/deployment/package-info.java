/**
 * Checks of what stands in {@code conf/} for AWS, without AWS: a template, policies and settings go
 * in, problems come out. Nothing here runs in a job.
 */
package dev.telltale.jobs.deployment;
