/**
 * All validators by the names that rules give them. A name comes in, a validator goes out. Imports
 * the packages of validators and nothing else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.catalogue;

import org.jspecify.annotations.NullMarked;
