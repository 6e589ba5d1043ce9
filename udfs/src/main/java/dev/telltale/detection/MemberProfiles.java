package dev.telltale.detection;

import dev.telltale.detection.field.FieldProfile;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import java.util.Set;

/**
 * What the members of one object are called: by their own names, by the name that a key/value pair
 * gives its value, or by the standard that a member beside them speaks of.
 */
final class MemberProfiles {
  private static final Set<String> PAIR_NAMES =
      Set.of("name", "key", "Name", "Key", "label", "NAME", "KEY", "field", "property", "variable");

  private static final int MAX_PAIR_MEMBERS = 12;

  /** JSON Web Key, RFC 7518 section 6: what the type of a key says of members of one letter. */
  private static final String KEY_TYPE = "kty";

  private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "k");
  private static final String PRIVATE_NAME = "jwk private member";

  private final FieldProfile profile;
  private final String pairName;
  private final boolean key;

  MemberProfiles(ObjectValue object, FieldProfile profile) {
    this.profile = profile;
    pairName = pairName(object);
    key = object.members().stream().anyMatch(member -> member.name().equals(KEY_TYPE));
  }

  FieldProfile of(String name) {
    if (key && PRIVATE_MEMBERS.contains(name)) {
      return profile.paired(PRIVATE_NAME);
    }
    return pairName != null && FieldProfile.isValueMember(name)
        ? profile.paired(pairName)
        : profile.child(name);
  }

  /** What a key/value pair calls its value, or null when the object is none. */
  private static String pairName(ObjectValue object) {
    String name = null;
    boolean value = false;
    if (object.members().size() > MAX_PAIR_MEMBERS) {
      return null;
    }
    for (Member member : object.members()) {
      if (PAIR_NAMES.contains(member.name()) && member.value() instanceof TextValue text) {
        name = name == null ? text.reveal() : name;
      }
      value |= FieldProfile.isValueMember(member.name());
    }
    return value ? name : null;
  }
}
