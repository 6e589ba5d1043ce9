package dev.telltale.jobs.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a client of S3 and its server, on loopback, and does to named requests what the
 * rules say. Bytes and headers go through unchanged, the signed {@code Host} too. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
  /**
   * What happened to a request.
   *
   * @param status that the client was sent; 0 if it got none
   * @param fault that it met, or an empty text
   */
  public record Line(String method, String path, int status, int bytes, String fault) {}

  private static final class Armed {
    private final FaultRule rule;
    private int seen;

    private Armed(FaultRule rule) {
      this.rule = rule;
    }
  }

  private final ServerSocket listening;
  private final int upstream;
  private final Random random;
  private final List<Armed> armed = new ArrayList<>();
  private final ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "fault-proxy");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Starts listening.
   *
   * @param upstream port of the server on 127.0.0.1
   * @param seed of what rules leave to chance
   */
  public FaultProxy(int upstream, long seed) throws IOException {
    this.upstream = upstream;
    this.random = new Random(seed);
    this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public String endpoint() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  public synchronized void add(FaultRule rule) {
    armed.add(new Armed(rule));
  }

  /** Forgets all rules and the log. */
  public synchronized void clear() {
    armed.clear();
    lines.clear();
  }

  /** The requests so far, in the order in which they ended. */
  public List<Line> log() {
    return List.copyOf(lines);
  }

  private synchronized WireFault faultOf(WireMessage request) {
    WireFault met = null;
    for (Armed each : armed) {
      FaultRule rule = each.rule;
      if (rule.matches(request)) {
        each.seen++;
        boolean inTurn = each.seen >= rule.first() && each.seen - rule.first() < rule.times();
        if (met == null && inTurn && (rule.share() >= 1 || random.nextDouble() < rule.share())) {
          met = rule.fault();
        }
      }
    }
    return met;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Upstream server = new Upstream()) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      WireMessage request = WireMessage.request(in, client.getOutputStream());
      while (request != null && exchange(request, client, server)) {
        request = WireMessage.request(in, client.getOutputStream());
      }
    } catch (IOException oneSideIsGone) {
      // What a client that is killed looks like from here.
      return;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  /** False where the connection has to end. */
  private boolean exchange(WireMessage request, Socket client, Upstream server)
      throws IOException, InterruptedException {
    WireFault fault = faultOf(request);
    WireMessage answer = null;
    try {
      answer = answer(request, fault, server);
    } finally {
      lines.add(
          new Line(
              request.method(),
              request.path(),
              answer == null ? 0 : answer.status(),
              answer == null ? 0 : answer.length(),
              fault == null ? "" : fault.getClass().getSimpleName()));
    }
    if (answer == null) {
      return false;
    }
    answer.write(client.getOutputStream());
    return !answer.isLast();
  }

  /** What the client is sent, or null for nothing. */
  private static WireMessage answer(WireMessage request, WireFault fault, Upstream server)
      throws IOException, InterruptedException {
    if (fault instanceof WireFault.Status refused) {
      return WireMessage.error(refused.status());
    }
    if (fault instanceof WireFault.DropRequest
        || fault instanceof WireFault.HoldRequest held && !held.gate().pass()) {
      return null;
    }
    if (fault instanceof WireFault.Delay late) {
      Thread.sleep(late.time().toMillis());
    }
    WireMessage answer = server.ask(request);
    if (fault instanceof WireFault.DropAnswer
        || fault instanceof WireFault.HoldAnswer held && !held.gate().pass()) {
      return null;
    }
    if (fault instanceof WireFault.Headers added) {
      return answer.with(added.more());
    }
    return fault instanceof WireFault.CutBody cut ? answer.cut(cut.at(), cut.length()) : answer;
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Iterator<Socket> sockets = open.iterator(); sockets.hasNext(); ) {
        sockets.next().close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The connection to the server that belongs to one of a client. */
  private final class Upstream implements AutoCloseable {
    private Socket socket;
    private InputStream in;

    private WireMessage ask(WireMessage request) throws IOException {
      boolean reused = socket != null;
      try {
        return askOnce(request);
      } catch (IOException idleTooLong) {
        close();
        if (!reused) {
          throw idleTooLong;
        }
        return askOnce(request);
      }
    }

    private WireMessage askOnce(WireMessage request) throws IOException {
      if (socket == null) {
        socket = new Socket(InetAddress.getLoopbackAddress(), upstream);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
      }
      request.write(socket.getOutputStream());
      WireMessage answer = WireMessage.answer(in, request.method());
      if (answer.isLast()) {
        close();
      }
      return answer;
    }

    @Override
    public void close() throws IOException {
      if (socket != null) {
        socket.close();
        socket = null;
      }
    }
  }
}
