package dev.telltale.rewriting;

import java.util.Objects;

/**
 * The object stays as it is: nothing was made of it that could take its place.
 *
 * @param obstacle why
 */
public record NotRewritable(Obstacle obstacle) implements Rewriting {
  public NotRewritable {
    Objects.requireNonNull(obstacle, "obstacle");
  }
}
