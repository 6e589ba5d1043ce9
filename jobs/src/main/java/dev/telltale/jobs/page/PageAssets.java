package dev.telltale.jobs.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style and the script of a page, which stand in it, and the policy that allows a browser
 * nothing but these two.
 *
 * @param script empty for a page without one
 */
public record PageAssets(String style, String script) {
  /** Of a page that is read only. */
  public static PageAssets still() {
    return new PageAssets(resource("page.css"), "");
  }

  /** Of a page whose findings can be filtered and sorted. */
  public static PageAssets withFindings() {
    return new PageAssets(resource("page.css"), resource("findings.js"));
  }

  /** The content security policy; works from a file too. */
  public String policy() {
    return "default-src 'none'; style-src '"
        + digest(style)
        + "'; img-src data:; "
        + (script.isEmpty() ? "" : "script-src '" + digest(script) + "'; ")
        + "base-uri 'none'; form-action 'none'";
  }

  private static String digest(String asset) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(asset.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static String resource(String name) {
    try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("a resource is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading a resource", broken);
    }
  }
}
