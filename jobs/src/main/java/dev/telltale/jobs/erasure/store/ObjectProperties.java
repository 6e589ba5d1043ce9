package dev.telltale.jobs.erasure.store;

import dev.telltale.jobs.erasure.store.ErasableStore.Refused;
import dev.telltale.jobs.store.S3Bucket;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * All that goes with an object beside its bytes, to be given to what takes its place: metadata,
 * tags, grants, encryption, storage class, kind of checksum.
 */
final class ObjectProperties {
  private final S3Bucket bucket;
  private final String key;
  private final StoredVersion version;

  ObjectProperties(S3Bucket bucket, String key, StoredVersion version) {
    this.bucket = bucket;
    this.key = key;
    this.version = version;
  }

  /**
   * A request without a body.
   *
   * @throws Refused if something cannot be kept
   */
  PutObjectRequest.Builder asRequest() throws IOException {
    HeadObjectResponse head =
        bucket.ask(
            "head",
            client ->
                client.headObject(
                    to ->
                        to.bucket(bucket.name())
                            .key(key)
                            .versionId(version.versionId())
                            .checksumMode(ChecksumMode.ENABLED)));
    if (head.sseCustomerAlgorithm() != null) {
      throw new Refused("it is encrypted under a key of its owner's (SSE-C)");
    }
    if (head.missingMeta() != null && head.missingMeta() > 0) {
      throw new Refused("it has metadata that HTTP cannot carry, and would lose it");
    }
    PutObjectRequest.Builder put =
        PutObjectRequest.builder()
            .bucket(bucket.name())
            .key(key)
            .contentType(head.contentType())
            .contentEncoding(head.contentEncoding())
            .contentLanguage(head.contentLanguage())
            .contentDisposition(head.contentDisposition())
            .cacheControl(head.cacheControl())
            .metadata(head.metadata())
            .websiteRedirectLocation(head.websiteRedirectLocation())
            .storageClass(head.storageClassAsString())
            .serverSideEncryption(head.serverSideEncryptionAsString())
            .ssekmsKeyId(head.ssekmsKeyId())
            .bucketKeyEnabled(head.bucketKeyEnabled());
    if (head.expiresString() != null) {
      put.expires(expires(head.expiresString()));
    }
    ChecksumAlgorithm checksum = checksum(head);
    if (checksum != null) {
      put.checksumAlgorithm(checksum);
    }
    tags(put);
    grants(put);
    return put;
  }

  /** RFC 9110, 8.8.2. */
  private static Instant expires(String date) throws Refused {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException noDate) {
      throw new Refused("its Expires is no date, and would be lost");
    }
  }

  private static @Nullable ChecksumAlgorithm checksum(HeadObjectResponse head) {
    if (head.checksumSHA256() != null) {
      return ChecksumAlgorithm.SHA256;
    }
    if (head.checksumSHA1() != null) {
      return ChecksumAlgorithm.SHA1;
    }
    if (head.checksumCRC32C() != null) {
      return ChecksumAlgorithm.CRC32_C;
    }
    return head.checksumCRC32() != null ? ChecksumAlgorithm.CRC32 : null;
  }

  /** Whoever may not read tags would lose them. A store that has none has none to lose. */
  private void tags(PutObjectRequest.Builder put) throws IOException {
    try {
      Tagging tags =
          Tagging.builder()
              .tagSet(
                  bucket
                      .ask(
                          "tags",
                          client ->
                              client.getObjectTagging(
                                  to ->
                                      to.bucket(bucket.name())
                                          .key(key)
                                          .versionId(version.versionId())))
                      .tagSet())
              .build();
      if (!tags.tagSet().isEmpty()) {
        put.tagging(tags);
      }
    } catch (IOException refused) {
      if (!Answer.isUnknownRequest(refused)) {
        throw new Refused(
            "its tags cannot be read (s3:GetObjectVersionTagging), and would be lost", refused);
      }
    }
  }

  /** Grants beside the owner's. Most buckets have none, and refuse them. */
  private void grants(PutObjectRequest.Builder put) throws IOException {
    GetObjectAclResponse acl;
    try {
      acl =
          bucket.ask(
              "grants",
              client ->
                  client.getObjectAcl(
                      to -> to.bucket(bucket.name()).key(key).versionId(version.versionId())));
    } catch (IOException refused) {
      if (Answer.isUnknownRequest(refused)) {
        return;
      }
      throw new Refused(
          "its grants cannot be read (s3:GetObjectVersionAcl), and would be lost", refused);
    }
    Map<Permission, String> grants = new EnumMap<>(Permission.class);
    boolean others = false;
    for (Grant grant : acl.grants()) {
      String uri = grant.grantee().uri();
      String to = uri == null ? "id=\"" + grant.grantee().id() + '"' : "uri=\"" + uri + '"';
      grants.merge(grant.permission(), to, (one, other) -> one + ", " + other);
      others |=
          acl.owner() == null
              || uri != null
              || !List.of(acl.owner().id()).contains(grant.grantee().id());
    }
    if (others) {
      put.grantFullControl(grants.get(Permission.FULL_CONTROL))
          .grantRead(grants.get(Permission.READ))
          .grantReadACP(grants.get(Permission.READ_ACP))
          .grantWriteACP(grants.get(Permission.WRITE_ACP));
    }
  }
}
