package dev.telltale.jobs;

import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A program that asks a Spark Connect server and prints the answers: run by {@link ConnectIT} in a
 * process of its own, with the client's libraries and none of Telltale's.
 */
public final class ConnectClient {
  private ConnectClient() {}

  /**
   * The first word is the server's address; each other word is a statement. Prints a line for each
   * row, after the number of its statement, or the condition of the error.
   */
  public static void main(String[] words) throws IOException {
    try (SparkSession spark = SparkSession.builder().remote(words[0]).getOrCreate()) {
      for (int i = 1; i < words.length; i++) {
        try {
          for (Row row : spark.sql(words[i]).collectAsList()) {
            System.out.println(i + ": " + row.mkString(" | "));
          }
        } catch (Exception refused) {
          System.out.println(i + "! " + condition(refused));
        }
      }
    }
  }

  private static String condition(Exception refused) {
    String message = String.valueOf(refused.getMessage());
    return Arrays.stream(message.split("[\\[\\]]"))
        .filter(part -> part.matches("[A-Z][A-Z_.0-9]+"))
        .findFirst()
        .orElse(message);
  }
}
