package org.tiyun.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.engine.lanes.Worker;

/**
 * Runs C, JMH and C again for each subject and prints their ratio. Figures are the least of many
 * short samples: on a shared machine any other number measures the neighbours.
 */
public final class SideBySide {
  private static final Path C =
      Path.of(System.getProperty("tiyun.home", "."), "bench", "target", "c");
  private static final List<String> PARTS = List.of("sim", "insout", "ai-loop", "threads", "plan");
  private final int seconds;

  private SideBySide(int seconds) {
    this.seconds = seconds;
  }

  /** Arguments: seconds a measurement (5), then names of parts; none means all. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    List<String> parts =
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    SideBySide all = new SideBySide(seconds);
    for (String part : parts.isEmpty() ? PARTS : parts) {
      switch (part) {
        case "sim" -> all.sim();
        case "insout" -> all.insout();
        case "ai-loop" -> all.loop();
        case "threads" -> all.threads();
        case "plan" -> all.plan();
        default -> throw new IllegalArgumentException("no such part: " + part);
      }
    }
  }

  private void sim() throws Exception {
    Files.createDirectories(C);
    Path source = Path.of(System.getProperty("tiyun.home", "."), "bench", "c", "sim.c");
    Path program = compiled("sim", source, List.of());
    batched("bench/models/sim.tiyun", program, "batch", Way.GIVEN);
    batched("bench/models/sim.tiyun", program, "batch", Way.ALL);
    batched("bench/models/sim.tiyun", program, "keep", Way.ONE);
    batched("sim", program, "batch", Way.ALL);
    alone("bench/models/sim.tiyun", program);
    alone("sim", program);
  }

  private void insout() throws Exception {
    Files.createDirectories(C);
    Path source = C.resolve("insout.c");
    Files.writeString(source, CText.of(Subject.of("insout")));
    Path program = compiled("insout32", source, List.of("-DL=32"));
    agree("insout", program);
    batched("insout", program, "batch", Way.ALL);
    alone("insout", compiled("insout1", source, List.of("-DL=1")));
  }

  /** C must have solved the same model, or its time means nothing. */
  private static void agree(String name, Path program) throws Exception {
    Run run = Engine.run(Plan.of(Subject.of(name).model()), RunRequest.base());
    Map<String, Double> c = program(program);
    for (int v = 0; v < run.values().length; v++) {
      double ours = run.values()[v][run.periods()];
      double theirs = c.getOrDefault("value " + v, Double.NaN);
      if (!(Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours)))) {
        throw new IllegalStateException(
            "C differs in " + run.model().variables().get(v).name() + ": " + theirs + ", " + ours);
      }
    }
  }

  private void loop() {
    loop("interpreted", Subject.of("ai-loop").worker(false, Way.ONE), 4L * seconds);
    // Some hundreds of loops have to be compiled by HotSpot first.
    loop("compiled", Subject.of("ai-loop").worker(true, Way.ONE), 12L * seconds);
  }

  /** A block takes longer than the system leaves a thread alone, so its CPU time is taken. */
  private static void loop(String how, Worker worker, long seconds) {
    int lanes = worker.lanes(128);
    long first = 0;
    double best = Double.MAX_VALUE;
    for (long end = System.nanoTime() + 1_000_000_000L * seconds; System.nanoTime() < end; ) {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      worker.run(first, lanes);
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
      best = Math.min(best, took);
      first += lanes;
    }
    say("ai-loop, %s, %d lanes: %.0f futures a second of one core", how, lanes, lanes / best * 1e9);
  }

  /** By the clock, so it says something only where two cores are free: so does the CPU time. */
  private void threads() {
    Plan plan = Plan.of(Subject.of("ai-loop").model());
    Turn[] least = {turn(plan, 1), turn(plan, 2)};
    for (long end = System.nanoTime() + 8_000_000_000L * seconds; System.nanoTime() < end; ) {
      for (int threads = 1; threads <= 2; threads++) {
        Turn turn = turn(plan, threads);
        least[threads - 1] = turn.clock() < least[threads - 1].clock() ? turn : least[threads - 1];
      }
    }
    say(
        "ai-loop, 10,000 futures: %.2f s on one thread (%.2f s of CPU), %.2f s on two (%.2f s of"
            + " CPU); %.2f times as fast",
        least[0].clock(),
        least[0].cpu(),
        least[1].clock(),
        least[1].cpu(),
        least[0].clock() / least[1].clock());
  }

  /** Seconds by the clock, and of CPU of all threads together. */
  private record Turn(double clock, double cpu) {}

  private static Turn turn(Plan plan, int threads) {
    long from = System.nanoTime();
    Duration before = used();
    Engine.batch(plan, BatchRequest.of(10_000, 5, List.of(0)).threads(threads), path -> {});
    return new Turn(
        (System.nanoTime() - from) / 1e9, used().minus(before).toMillis() / 1e3);
  }

  private static Duration used() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void plan() throws RunnerException {
    say("planning 3,000 equations: %.3f s", jmh(Planning.class, "", Map.of()) / 1e9);
  }

  private void batched(String name, Path program, String key, Way way) throws Exception {
    Map<String, Double> before = program(program);
    double interpreted = block(name, false, way, false);
    double compiled = block(name, true, way, false);
    double apart = block(name, true, way, true);
    int equations = Subject.of(name).equations();
    double c = least(before, program(program), key);
    String what = name + ", batched, " + said(way);
    report(what + ", interpreted", interpreted, equations, c);
    report(what + ", compiled", compiled, equations, c);
    report(what + ", compiled, taken apart", apart, equations, c);
  }

  private static String said(Way way) {
    return switch (way) {
      case ONE -> "one variable kept";
      case ALL -> "all kept";
      case GIVEN -> "all kept, parameters given";
    };
  }

  /** Nanoseconds per lane and period. */
  private double block(String name, boolean compiled, Way way, boolean apart)
      throws RunnerException {
    Subject subject = Subject.of(name);
    double least = Double.MAX_VALUE;
    for (int asked : compiled ? new int[] {0} : new int[] {32, 128}) {
      int lanes = compiled ? subject.worker(true, way).lanes(asked) : asked;
      Map<String, String> parameters =
          Map.of(
              "compiled", "" + compiled, "lanes", "" + lanes, "way", "" + way, "apart", "" + apart);
      least = Math.min(least, jmh(Batched.class, name, parameters) / lanes / subject.periods());
    }
    return least;
  }

  private void alone(String name, Path program) throws Exception {
    Map<String, Double> before = program(program);
    Subject subject = Subject.of(name);
    double one = jmh(Alone.class, name, Map.of()) / subject.periods();
    double c = least(before, program(program), program.endsWith("sim") ? "single" : "batch1");
    report(name + ", one run", one, subject.equations(), c);
  }

  private static void report(String what, double period, int equations, double c) {
    // Of C its nanoseconds per equation come in; each side is divided by its own count.
    say(
        "%s: %.3f ns per equation and period; C %.3f; ratio %.2f",
        what, period / equations, c, period / equations / c);
  }

  private double jmh(Class<?> benchmark, String model, Map<String, String> parameters)
      throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(benchmark.getName() + "\\.")
        .forks(1)
        // Where neighbours take most of the machine, background compilation would never be done.
        .jvmArgs(
            "-XX:+UseSerialGC",
            "-XX:-BackgroundCompilation",
            "-Dtiyun.home=" + System.getProperty("tiyun.home", "."))
        .warmupIterations(1)
        .warmupTime(TimeValue.seconds(seconds))
        .measurementIterations(1)
        .measurementTime(TimeValue.seconds(seconds))
        .verbosity(VerboseMode.SILENT);
    if (!model.isEmpty()) {
      options.param("model", model);
    }
    parameters.forEach(options::param);
    RunResult result = new Runner(options.build()).run().iterator().next();
    return result.getPrimaryResult().getStatistics().getMin();
  }

  private static Path compiled(String name, Path source, List<String> flags)
      throws IOException, InterruptedException {
    Path program = C.resolve(name);
    List<String> command = new java.util.ArrayList<>(List.of("gcc", "-O3", "-march=native"));
    command.addAll(flags);
    command.addAll(List.of("-o", program.toString(), source.toString(), "-lm"));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("gcc could not compile " + source);
    }
    return program;
  }

  private static Map<String, Double> program(Path program)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(program.toString()).start();
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String line : new String(process.getInputStream().readAllBytes()).split("\n")) {
      String[] words = line.split(" ");
      figures.put(
          line.substring(0, line.lastIndexOf(' ')), Double.valueOf(words[words.length - 1]));
    }
    process.waitFor();
    return figures;
  }

  private static double least(Map<String, Double> a, Map<String, Double> b, String key) {
    double least = Double.MAX_VALUE;
    for (Map<String, Double> figures : List.of(a, b)) {
      for (Map.Entry<String, Double> figure : figures.entrySet()) {
        if (figure.getKey().startsWith(key)) {
          least = Math.min(least, figure.getValue());
        }
      }
    }
    return least;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
