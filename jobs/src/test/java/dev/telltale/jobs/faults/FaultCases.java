package dev.telltale.jobs.faults;

import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.faults.FaultCase.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The rows of the fault matrix. */
final class FaultCases {
  private static final List<String> TABLES = List.of("records", "findings", "objects", "runs");
  private static final String ANOTHER_SCAN = "another scan is writing this lake";

  private FaultCases() {}

  static List<FaultCase> all() {
    List<FaultCase> cases = new ArrayList<>();
    for (String table : TABLES) {
      cases.add(local("killed before the commit of " + table, killed(table, false)));
      cases.add(local("killed after the commit of " + table, killed(table, true)));
    }
    cases.add(
        local(
            "killed before the manifest is frozen", killedAt(".*/manifests/.*Z-.*\\.json", false)));
    cases.add(
        local("killed after the manifest is frozen", killedAt(".*/manifests/.*Z-.*\\.json", true)));
    cases.add(local("killed at a moment by chance", FaultCases::killedByChance));
    cases.add(local("answer to a commit lost", FaultCases::lostAnswer));
    cases.add(local("commit answered 409, 500 or 503", FaultCases::refusedCommit));
    cases.add(local("commit of a killed driver comes late", FaultCases::lateCommit));
    cases.add(local("two drivers start together", FaultCases::twoDrivers));
    cases.add(local("two drivers, the lease broken", FaultCases::brokenLease));
    cases.add(local("5 % of requests answered 503", FaultCases::slowDown));
    cases.add(local("bodies of objects cut", FaultCases::shortBodies));
    cases.add(onWorkers("executor killed while it reads", FaultCases::executorKilledReading));
    cases.add(
        onWorkers("executor killed between two commits", FaultCases::executorKilledCommitting));
    cases.add(onWorkers("killed on a cluster after a commit", killed("records", true)));
    return cases;
  }

  private static FaultCase local(String name, FaultCase.Trial trial) {
    return new FaultCase(name, false, trial);
  }

  private static FaultCase onWorkers(String name, FaultCase.Trial trial) {
    return new FaultCase(name, true, trial);
  }

  /** At the commit of one of the batches. */
  static FaultCase.Trial killed(String table, boolean after) {
    return (stack, lake, random) ->
        killedAt(stack, lake, commit(stack, lake, table, random), after);
  }

  private static FaultCase.Trial killedAt(String path, boolean after) {
    return (stack, lake, random) -> killedAt(stack, lake, path, after);
  }

  private static void killedAt(FaultStack stack, String lake, String path, boolean after)
      throws Exception {
    Gate gate = new Gate();
    stack
        .proxy()
        .add(
            FaultRule.once(
                "PUT",
                path,
                after ? new WireFault.HoldAnswer(gate) : new WireFault.HoldRequest(gate)));
    DriverRun driver = stack.drive(lake);
    driver.mustArriveAt(gate);
    driver.kill();
    gate.drop();
    stack.rerun(lake);
  }

  private static void killedByChance(FaultStack stack, String lake, Random random)
      throws Exception {
    Gate start = new Gate();
    stack
        .proxy()
        .add(FaultRule.once("PUT", ".*/_telltale/lease\\.json", new WireFault.HoldAnswer(start)));
    DriverRun driver = stack.drive(lake);
    driver.mustArriveAt(start);
    start.open();
    driver.endsWithin(random.nextInt((int) stack.undisturbedMillis()));
    driver.kill();
    stack.rerun(lake);
  }

  private static void lostAnswer(FaultStack stack, String lake, Random random) throws Exception {
    String table = TABLES.get(random.nextInt(TABLES.size()));
    stack
        .proxy()
        .add(FaultRule.once("PUT", commit(stack, lake, table, random), new WireFault.DropAnswer()));
    stack.drive(lake).mustEndWith(ExitCode.DONE);
    mustHaveMet(stack, "DropAnswer");
  }

  private static void refusedCommit(FaultStack stack, String lake, Random random) throws Exception {
    String table = TABLES.get(random.nextInt(TABLES.size()));
    int status = List.of(409, 500, 503).get(random.nextInt(3));
    stack
        .proxy()
        .add(
            FaultRule.once(
                "PUT", commit(stack, lake, table, random), new WireFault.Status(status)));
    stack.drive(lake).mustEndWith(ExitCode.DONE);
    mustHaveMet(stack, "Status");
  }

  /** The network still carries a commit whose driver is dead when the next scan has ended. */
  private static void lateCommit(FaultStack stack, String lake, Random random) throws Exception {
    String table = TABLES.get(random.nextInt(3));
    Gate gate = new Gate();
    stack
        .proxy()
        .add(
            FaultRule.once(
                "PUT", commit(stack, lake, table, random), new WireFault.HoldRequest(gate)));
    DriverRun driver = stack.drive(lake);
    driver.mustArriveAt(gate);
    driver.kill();
    stack.rerun(lake);
    Map<String, String> log = stack.log(lake, table);
    gate.open();
    mustHaveMet(stack, "HoldRequest");
    mustBe(log, stack.log(lake, table), "the log of " + table);
  }

  private static void twoDrivers(FaultStack stack, String lake, Random random) throws Exception {
    Gate gate = new Gate();
    stack
        .proxy()
        .add(
            FaultRule.once(
                "PUT", commit(stack, lake, "records", random), new WireFault.HoldRequest(gate)));
    DriverRun first = stack.drive(lake);
    DriverRun second = stack.drive(lake);
    while (!first.endsWithin(100) && !second.endsWithin(100)) {
      // One of them stands at the gate, so that the other is the first to end.
    }
    DriverRun refused = first.isAlive() ? second : first;
    refused.mustEndWith(ExitCode.MISTAKE);
    if (!refused.output().contains(ANOTHER_SCAN)) {
      throw new Failed("the second driver did not say why it ended:\n" + refused.output());
    }
    gate.open();
    (refused == first ? second : first).mustEndWith(ExitCode.DONE);
  }

  /** The first driver passes its last check and commits only when the second has done the work. */
  private static void brokenLease(FaultStack stack, String lake, Random random) throws Exception {
    String table = TABLES.get(random.nextInt(3));
    Gate gate = new Gate();
    stack
        .proxy()
        .add(
            FaultRule.once(
                "PUT", commit(stack, lake, table, random), new WireFault.HoldRequest(gate)));
    DriverRun first = stack.drive(lake);
    first.mustArriveAt(gate);
    stack.breakLease(lake);
    stack.rerun(lake);
    Map<String, String> log = stack.log(lake, table);
    gate.open();
    first.mustEndWith(ExitCode.MISTAKE);
    mustBe(log, stack.log(lake, table), "the log of " + table);
  }

  private static void slowDown(FaultStack stack, String lake, Random random) throws Exception {
    stack.proxy().add(FaultRule.share(0.05, "*", ".*", new WireFault.Status(503)));
    stack.drive(lake).mustEndWith(ExitCode.DONE);
    mustHaveMet(stack, "Status");
  }

  private static void shortBodies(FaultStack stack, String lake, Random random) throws Exception {
    WireFault cut = new WireFault.CutBody(random.nextInt(5_000), random.nextBoolean());
    stack.proxy().add(FaultRule.share(0.3, "GET", "/export/..*", cut));
    stack.drive(lake).mustEndWith(ExitCode.DONE);
    mustHaveMet(stack, "CutBody");
    stack.rerun(lake);
  }

  private static void executorKilledReading(FaultStack stack, String lake, Random random)
      throws Exception {
    executorKilled(
        stack, lake, FaultRule.nth(1 + random.nextInt(10), "GET", "/export/..*", null), random);
  }

  private static void executorKilledCommitting(FaultStack stack, String lake, Random random)
      throws Exception {
    String table = List.of("records", "findings").get(random.nextInt(2));
    executorKilled(
        stack, lake, FaultRule.once("PUT", commit(stack, lake, table, random), null), random);
  }

  private static void executorKilled(FaultStack stack, String lake, FaultRule where, Random random)
      throws Exception {
    Gate gate = new Gate();
    stack.proxy().add(where.with(new WireFault.HoldRequest(gate)));
    DriverRun driver = stack.drive(lake);
    driver.mustArriveAt(gate);
    stack.killAnExecutor(random);
    gate.open();
    driver.mustEndWith(ExitCode.DONE);
  }

  /**
   * The commit of one of the batches; of the table of runs there is one. Version 0 is the table.
   */
  private static String commit(FaultStack stack, String lake, String table, Random random) {
    int version = table.equals("runs") ? 1 : 1 + random.nextInt(stack.batches());
    return "/"
        + lake.substring("s3a://".length())
        + "/"
        + table
        + "/_delta_log/0*"
        + version
        + "\\.json";
  }

  /** The exchange may be about to end. */
  private static void mustHaveMet(FaultStack stack, String fault) throws InterruptedException {
    for (int waits = 0; waits < 100; waits++) {
      if (stack.proxy().log().stream().anyMatch(line -> line.fault().equals(fault))) {
        return;
      }
      Thread.sleep(100);
    }
    throw new Failed("no request met " + fault);
  }

  private static void mustBe(Object expected, Object found, String what) {
    if (!expected.equals(found)) {
      throw new Failed(what + " changed: " + expected + " became " + found);
    }
  }
}
