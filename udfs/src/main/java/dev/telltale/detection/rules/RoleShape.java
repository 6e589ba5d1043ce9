package dev.telltale.detection.rules;

import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.BoundedPattern;
import dev.telltale.detection.pattern.PatternShape;

/**
 * What a word looks like that has a role whatever its field is called: a UUID, a digest, an image
 * reference. Immutable.
 */
public final class RoleShape {
  /** What the shape outweighs; each also outweighs what those before it do. */
  public enum Strength {
    /** Nothing: any keyword of a rule outweighs the shape. */
    WITHOUT_KEYWORD("UNTOLD"),
    /** A keyword that only stands beside the value. */
    BESIDE_KEYWORD("UNNAMED"),
    /** The name of the value too. */
    ALWAYS("ALWAYS");

    private final String inId;

    /** The spelling in the id of a rule set, which the ledgers of lakes hold. */
    Strength(String inId) {
      this.inId = inId;
    }
  }

  private final FieldRole role;
  private final String name;
  private final Strength strength;
  private final Pattern pattern;
  private final int minLength;
  private final int requiredKinds;

  RoleShape(FieldRole role, String name, Strength strength, String pattern) {
    this.role = role;
    this.name = name;
    this.strength = strength;
    this.pattern = BoundedPattern.compile(pattern);
    PatternShape shape = PatternShape.of("(" + pattern + ")");
    this.minLength = shape.minWidth();
    this.requiredKinds = shape.requiredKinds();
  }

  public FieldRole role() {
    return role;
  }

  public Strength strength() {
    return strength;
  }

  /**
   * Whether a whole token looks like it.
   *
   * @param kinds the {@link dev.telltale.detection.pattern.CharacterKinds} of the token
   */
  boolean matches(String token, int kinds) {
    return token.length() >= minLength && (requiredKinds & ~kinds) == 0 && pattern.matches(token);
  }

  String essence() {
    return role + " " + name + " " + strength.inId + " " + pattern.pattern();
  }

  @Override
  public String toString() {
    return name;
  }
}
