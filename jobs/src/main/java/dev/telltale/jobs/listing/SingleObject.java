package dev.telltale.jobs.listing;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.LocalObject;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.store.S3Bucket;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.VersionState;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.hadoop.conf.Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** One object by its URI, asked for with one request that needs no right to list. Driver. */
public final class SingleObject {
  private SingleObject() {}

  /**
   * @throws UserMistake if the URI names a folder, or is none
   */
  public static ObjectRef of(Configuration hadoop, String uri) throws IOException {
    SourceRoot root = SourceRoot.of(uri);
    if (root.path().isEmpty()) {
      throw folder(uri);
    }
    if (ObjectPath.isLocal(root.bucket())) {
      BasicFileAttributes attributes =
          LocalObject.attributes(ObjectPath.folderOf(root.bucket()).resolve(root.path()));
      return LocalObject.ref(root.bucket(), root.path(), attributes);
    }
    return remote(S3Bucket.of(hadoop, root.bucket()), root);
  }

  private static ObjectRef remote(S3Bucket bucket, SourceRoot root) throws IOException {
    HeadObjectResponse head;
    try {
      head =
          bucket.ask(
              "look at",
              client ->
                  client.headObject(request -> request.bucket(root.bucket()).key(root.path())));
    } catch (FileNotFoundException noObject) {
      if (new BucketTree(bucket, false).isThere(root.folder())) {
        throw folder(root.source());
      }
      throw noObject;
    }
    return new ObjectRef(
        root.bucket(),
        root.path(),
        null,
        BucketPages.etag(head.eTag()),
        head.contentLength(),
        head.lastModified(),
        VersionState.CURRENT,
        head.storageClassAsString());
  }

  private static UserMistake folder(String uri) {
    return new UserMistake(
        uri + " is a folder, not an object",
        "inspect shows one object",
        "name an object; telltale scan reads whole folders and buckets");
  }
}
