package dev.telltale.detection;

import dev.telltale.detection.field.FieldProfile;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.NumberValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Set;

/**
 * Two numbers in a list under a name of places are a latitude and a longitude, in either order, and
 * a third one is a height: {@code "coordinates": [13.37771, 52.51628]} (RFC 7946, section 3.1.1).
 */
final class Coordinates {
  private static final Set<String> WORDS =
      Set.of(
          "coordinates",
          "coordinate",
          "location",
          "geolocation",
          "geo",
          "gps",
          "position",
          "latlng",
          "latlong",
          "geopoint",
          "lat",
          "lng",
          "lon",
          "latitude",
          "longitude");

  private static final int MIN_DECIMALS = 3;
  private static final double MAX_LATITUDE = 90;
  private static final double MAX_LONGITUDE = 180;

  private Coordinates() {}

  /** Whether the items of a list are a place. */
  static boolean are(ArrayValue array, FieldProfile profile) {
    List<Value> items = array.items();
    return (items.size() == 2 || items.size() == 3)
        && profile.hasWord(WORDS)
        && isDegrees(items.get(0))
        && isDegrees(items.get(1));
  }

  /** What the item of such a list is called. */
  static FieldProfile profile(Value item, FieldProfile profile) {
    boolean wide = Math.abs(degrees(item)) > MAX_LATITUDE;
    return profile.paired(wide ? "longitude" : "latitude");
  }

  private static boolean isDegrees(Value item) {
    if (!(item instanceof NumberValue number)) {
      return false;
    }
    String text = number.reveal();
    int point = text.indexOf('.');
    return point >= 0
        && text.length() - point > MIN_DECIMALS
        && Math.abs(degrees(item)) <= MAX_LONGITUDE;
  }

  private static double degrees(Value item) {
    return item instanceof NumberValue number ? Double.parseDouble(number.reveal()) : 0;
  }
}
