package io.plimsoll.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH and gives the single shots by the benchmark's parameter ({@code ""} where it has none). */
final class Jmh {

    private static final String[] FORK = {"-Xmx4g", "-XX:+UseParallelGC"};
    private static final int WARM_UP = 10;
    private static final int SHOTS = 15;

    private Jmh() {}

    /** Shots of one JVM that is warm. */
    static Map<String, Medians> warm(Class<?> benchmark, String... values) throws RunnerException {
        return run(options(benchmark, values).forks(1).warmupIterations(WARM_UP).measurementIterations(SHOTS));
    }

    /** First shots, each of a JVM of its own, with the compilers that a JVM has by itself. */
    static Map<String, Medians> cold(Class<?> benchmark, int jvms, String... values) throws RunnerException {
        return run(options(benchmark, values).forks(jvms).warmupIterations(0).measurementIterations(1));
    }

    /** The same with the quick compiler only, as {@code deploy/plimsoll} has it where the orders are small. */
    static Map<String, Medians> coldAndQuick(Class<?> benchmark, int jvms, String... values) throws RunnerException {
        return run(options(benchmark, values)
                .jvmArgsAppend(Stream.concat(Stream.of(FORK), Stream.of("-XX:TieredStopAtLevel=1"))
                        .toArray(String[]::new))
                .forks(jvms)
                .warmupIterations(0)
                .measurementIterations(1));
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, String... values) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .jvmArgsAppend(FORK)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (values.length > 0) {
            options.param("shape", values);
        }
        return options;
    }

    private static Map<String, Medians> run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        Map<String, Medians> shots = new LinkedHashMap<>();
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            String shape = parameters.getParamsKeys().contains("shape") ? parameters.getParam("shape") : "";
            shots.put(shape, shots(result.getPrimaryResult().getStatistics()));
        }
        return shots;
    }

    private static Medians shots(Statistics statistics) {
        double[] runs = new double[Math.toIntExact(statistics.getN())];
        int at = 0;
        var raw = statistics.getRawData();
        while (raw.hasNext()) {
            Map.Entry<Double, Long> value = raw.next();
            for (long i = 0; i < value.getValue(); i++) {
                runs[at++] = value.getKey();
            }
        }
        return new Medians(runs);
    }
}
