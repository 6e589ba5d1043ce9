package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every mistake is made in the template that is deployed, and nothing but the mistake is told. */
final class TemplateLintTest {
  @Test
  void aPropertyThatTheTypeHasNotIsReported() throws IOException {
    assertProblems(
        "IdleTimeoutMinutes: 5",
        "IdleTimeoutMinute: 5",
        "Resources.Application.AutoStopConfiguration has the unknown IdleTimeoutMinute");
  }

  @Test
  void aRequiredPropertyThatIsMissingIsReported() throws IOException {
    assertProblems(
        "      AliasName: !Sub 'alias/${AWS::StackName}'\n",
        "",
        "Resources.LakeKeyAlias lacks the required AliasName");
  }

  @Test
  void aRequiredPropertyThatIsNoValueIsReported() throws IOException {
    assertProblems(
        "AliasName: !Sub 'alias/${AWS::StackName}'",
        "AliasName: !Ref AWS::NoValue",
        "Resources.LakeKeyAlias lacks the required AliasName");
  }

  @Test
  void aValueOfAnotherKindIsReported() throws IOException {
    assertProblems(
        "EnableKeyRotation: true",
        "EnableKeyRotation: 'true'",
        "Resources.LakeKey.EnableKeyRotation is no flag");
    assertProblems(
        "MaxConcurrentRuns: 1",
        "MaxConcurrentRuns: one",
        "Resources.Application.SchedulerConfiguration.MaxConcurrentRuns is no whole");
    assertProblems(
        "Value: [STDOUT, STDERR]",
        "Value: STDOUT",
        "Resources.Application.MonitoringConfiguration.CloudWatchLoggingConfiguration.LogTypeMap[0].Value is no list");
  }

  @Test
  void aValueThatIsNoneOfTheChoicesIsReported() throws IOException {
    assertProblems(
        "SSEAlgorithm: aws:kms",
        "SSEAlgorithm: kms",
        "Resources.LakeBucket.BucketEncryption.ServerSideEncryptionConfiguration[0]"
            + ".ServerSideEncryptionByDefault.SSEAlgorithm is none of [aws:kms, AES256, aws:kms:dsse]");
  }

  @Test
  void aParameterThatAllowsMoreThanThePropertyIsReported() throws IOException {
    assertProblems(
        "AllowedValues: [ENABLED, DISABLED]",
        "AllowedValues: [ENABLED, PAUSED]",
        "Resources.DailyScan.State is none of [ENABLED, DISABLED]",
        "Resources.DailyOptimize.State is none of [ENABLED, DISABLED]");
  }

  @Test
  void aTypeThatDoesNotExistIsReported() throws IOException {
    assertProblems(
        "Type: AWS::EMRServerless::Application",
        "Type: AWS::EMRServerless::App",
        "Resources.Application has the unknown type AWS::EMRServerless::App",
        "Resources.SchedulerRole.StartRuns names ${Application.Arn}, which is no resource of a known kind");
  }

  @Test
  void aReferenceToNothingIsReported() throws IOException {
    assertProblems(
        "TargetKeyId: !Ref LakeKey",
        "TargetKeyId: !Ref LakesKey",
        "Resources.LakeKeyAlias.TargetKeyId names LakesKey, which does not exist");
    assertProblems(
        "alias/${AWS::StackName}",
        "alias/${AWS::Stack}",
        "Resources.LakeKeyAlias.AliasName names AWS::Stack, which does not exist");
  }

  @Test
  void anAttributeThatTheTypeHasNotIsReported() throws IOException {
    assertProblems(
        "Value: !GetAtt NotStarted.QueueName",
        "Value: !GetAtt NotStarted.Name",
        "Resources.NotStartedAlarm.Dimensions.Value wants NotStarted.Name, which AWS::SQS::Queue has not");
  }

  @Test
  void aConditionThatDoesNotExistIsReported() throws IOException {
    assertProblems(
        "    Condition: HasEmail\n",
        "    Condition: HasMail\n",
        "Resources.AlertsByEmail names the condition HasMail, which does not exist",
        "Conditions.HasEmail is used by nothing");
  }

  @Test
  void aReferenceToWhatMayNotBeThereIsReported() throws IOException {
    assertProblems(
        "  EraseRole:\n    Condition: WithErase\n    Value",
        "  EraseRole:\n    Value",
        "Outputs.EraseRole needs EraseRole, which is only there under WithErase");
  }

  @Test
  void aKeyThatAMappingHasNotIsReported() throws IOException {
    assertProblems(
        "!FindInMap [Sizes, !Ref Size, DriverCores]",
        "!FindInMap [Sizes, !Ref Size, DriverCore]",
        "Resources.Application.RuntimeConfiguration.Properties.spark.driver.cores finds no DriverCore in Sizes.small",
        "Resources.Application.RuntimeConfiguration.Properties.spark.driver.cores finds no DriverCore in Sizes.large");
  }

  @Test
  void whatIsDeclaredAndNeverUsedIsReported() throws IOException {
    assertProblems(
        "ScheduleExpression: !Ref OptimizeExpression",
        "ScheduleExpression: rate(1 day)",
        "Parameters.OptimizeExpression is used by nothing");
  }

  @Test
  void aPlaceOutsideOfSubIsReported() throws IOException {
    assertProblems(
        "Description: !Sub 'telltale scan of ${SourceBucket}'",
        "Description: 'telltale scan of ${SourceBucket}'",
        "Resources.DailyScan.Description has a ${...} outside of Fn::Sub");
  }

  @Test
  void aDefaultThatIsNotAllowedIsReported() throws IOException {
    assertProblems(
        "Default: emr-spark-8.1.0",
        "Default: emr-7.9.0",
        "Parameters.ReleaseLabel has a default that its pattern does not allow");
    assertProblems(
        "Default: small", "Default: tiny", "Parameters.Size has a default that it does not allow");
  }

  @Test
  void waitingForNothingIsReported() throws IOException {
    assertProblems(
        "    Type: AWS::KMS::Alias\n",
        "    Type: AWS::KMS::Alias\n    DependsOn: Lake\n",
        "Resources.LakeKeyAlias waits for Lake, which is no resource");
  }

  @Test
  void aCircleIsReported() throws IOException {
    assertProblems(
        "    Type: AWS::KMS::Key\n",
        "    Type: AWS::KMS::Key\n    DependsOn: LakeKeyAlias\n",
        "Resources.LakeKey has to be there before itself",
        "Resources.LakeKeyAlias has to be there before itself");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Documents.parse("{Type: a, Type: b}"));
    assertEquals("the key Type stands twice in one map", refused.getMessage());
  }

  @Test
  void allowingByAWildcardIsReported() throws IOException {
    assertProblems(
        "Action: [emr-serverless:StartJobRun]",
        "Action: ['emr-serverless:*']",
        "Resources.SchedulerRole.StartRuns allows by the wildcard emr-serverless:*");
  }

  @Test
  void anActionThatDoesNotApplyToTheResourceIsReported() throws IOException {
    assertProblems(
        "Action: [sqs:SendMessage]",
        "Action: [s3:PutObject]",
        "Resources.SchedulerRole.TellWhatDidNotStart: s3:PutObject does not apply to [queue]",
        "Resources.SchedulerRole.TellWhatDidNotStart names a queue that no action applies to");
  }

  @Test
  void anActionThatDoesNotExistIsReported() throws IOException {
    assertProblems(
        "Action: [iam:PassRole]",
        "Action: [iam:PassRoles]",
        "Resources.AnalystPolicy.WorkAsTheRole names the unknown action iam:PassRoles");
  }

  @Test
  void anUnknownConditionKeyIsReported() throws IOException {
    assertProblems(
        "aws:SecureTransport: 'false'",
        "aws:SecureTransprot: 'false'",
        "Resources.LakeBucketPolicy.TlsOnly has the unknown condition key aws:SecureTransprot");
  }

  @Test
  void aResourcePolicyThatAllowsEverybodyIsReported() throws IOException {
    assertProblems(
        "          - Sid: TlsOnly\n            Effect: Deny",
        "          - Sid: TlsOnly\n            Effect: Allow",
        "Resources.LakeBucketPolicy.TlsOnly allows everybody",
        "Resources.LakeBucketPolicy.TlsOnly allows by the wildcard s3:*");
  }

  @Test
  void aConditionUnderWhichEventBridgeCannotPublishIsReported() throws IOException {
    String key =
        """
                      Service: events.amazonaws.com
                    Action: [kms:Decrypt, kms:GenerateDataKey]
                    Resource: '*'
        """;
    assertProblems(
        key,
        key
            + """
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
        """,
        "Resources.LakeKey.FailedRuns has a condition, under which EventBridge cannot publish");
    String topic =
        """
                      Service: events.amazonaws.com
                    Action: sns:Publish
                    Resource: !Ref Alerts
        """;
    assertProblems(
        topic,
        topic
            + """
                    Condition:
                      ArnEquals:
                        aws:SourceArn: !GetAtt RunFailed.Arn
        """,
        "Resources.AlertsPolicy.FailedRuns has a condition, under which EventBridge cannot publish");
  }

  @Test
  void aPolicyForReplacementThatIsForDeletionOnlyIsReported() throws IOException {
    assertProblems(
        "UpdateReplacePolicy: Retain\n",
        "UpdateReplacePolicy: RetainExceptOnCreate\n",
        "Resources.LakeKey.UpdateReplacePolicy has a value that it cannot have");
  }

  @Test
  void aTrustThatNamesNobodyIsReported() throws IOException {
    assertProblems(
        "            Principal:\n              Service: scheduler.amazonaws.com\n",
        "",
        "Resources.SchedulerRole.trust.SchedulesOfThisAccount lacks the required Principal");
  }

  private static void assertProblems(String right, String wrong, String... problems)
      throws IOException {
    String text = Conf.templateText();
    assertTrue(text.contains(right), right);
    int at = text.indexOf(right);
    String broken = text.substring(0, at) + wrong + text.substring(at + right.length());
    assertEquals(
        List.of(problems), new TemplateLint().problems(new Template(Documents.parse(broken))));
  }
}
