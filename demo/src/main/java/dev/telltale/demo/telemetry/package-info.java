/**
 * Telemetry of a fictional company as its services write it, without anything sensitive: records
 * and objects of each type, their keys and their containers. A vocabulary drawn from a seed, a time
 * and a size come in, bytes go out. Imports Jackson, the compression libraries and the generated
 * classes of Prometheus' remote write.
 */
package dev.telltale.demo.telemetry;
