/**
 * Made-up sensitive values with the structure and the check digits of real ones. The id of a rule
 * comes in, a value goes out that was never made before. Imports nothing but Java.
 */
package dev.telltale.demo.values;
