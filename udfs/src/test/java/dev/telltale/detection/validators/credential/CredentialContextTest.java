package dev.telltale.detection.validators.credential;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.validators.CandidateValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialContextTest {
  private static final String VALUE = "5b1e09c27de84a5f9c60b2a71d4e8f0539ab12cd";

  private static CandidateValue in(String text) {
    int start = text.indexOf(VALUE);
    return new CandidateValue(text, start, start + VALUE.length(), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acmeToken := \"" + VALUE + "\"",
        "acme api key " + VALUE,
        "acme = '" + VALUE + "'",
        "<acme>" + VALUE + "</acme>",
        "acme hashicorpToken=" + VALUE,
        VALUE
      })
  void aNamedOrAssignedValueIsSpokenOf(String text) {
    assertTrue(CredentialContext.speaks(in(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme build of commit " + VALUE,
        "acme_commit_sha=" + VALUE,
        "acme token service, requestId=" + VALUE,
        "acmeTraceID: " + VALUE,
        "acme published " + VALUE,
        "acme image digest: " + VALUE
      })
  void commitsDigestsAndIdsOfRequestsAreNot(String text) {
    assertFalse(CredentialContext.speaks(in(text)));
  }

  @Test
  void theFieldsOwnNameIsEnough() {
    assertTrue(CredentialContext.speaks(new CandidateValue(VALUE, 0, VALUE.length(), true)));
  }

  @Test
  void aResourceNameHoldsNoSecret() {
    String arn = "arn:aws:secretsmanager:eu-west-1:210987654321:secret:" + VALUE;
    assertFalse(CredentialContext.outsideResourceName(in(arn)));
    assertFalse(CredentialContext.outsideResourceName(in("Deleted:" + arn + ":2023")));
    assertTrue(CredentialContext.outsideResourceName(in("secret:" + VALUE)));
    assertTrue(CredentialContext.outsideResourceName(in("arn:aws:iam::1 secret=" + VALUE)));
  }
}
