package org.bocage.cms.repository;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One child process that writes without pause, from its start to the signal that ends it amid a write. */
public final class Mortal {

    private final List<String> acknowledged = new ArrayList<>();
    private int underway;

    private Mortal() {}

    /** Does one thing, and returns once it is saved. */
    @FunctionalInterface
    public interface Deed {
        void apply(String name) throws Exception;
    }

    /**
     * Runs one and kills it.
     *
     * @param writer has a main method
     * @param ripe whether it did enough of what it is to do
     * @param millis how long it lives after that
     */
    public static Mortal run(Class<?> writer, Predicate<List<String>> ripe, int millis, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                writer.getName()));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Mortal life = new Mortal();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            long deadline = Long.MAX_VALUE;
            String line;
            while ((line = out.readLine()) != null) {
                life.take(line);
                if (deadline == Long.MAX_VALUE && ripe.test(life.acknowledged)) {
                    deadline = System.nanoTime() + millis * 1_000_000L;
                }
                if (System.nanoTime() >= deadline && child.isAlive()) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        return life;
    }

    /** What it said that it had done, by name. */
    public List<String> acknowledged() {
        return acknowledged;
    }

    /** How much was begun and not done when it ended. */
    public int underway() {
        return underway;
    }

    private void take(String line) {
        if (line.startsWith("begin ")) {
            underway++;
        } else if (line.startsWith("saved ") && line.endsWith(".")) {
            underway--;
            acknowledged.add(line.substring("saved ".length(), line.length() - 1));
        }
    }

    /** In the child: does something again and again in a thread of its own, {@code <prefix>0}, {@code <prefix>1}… */
    public static void again(String prefix, Deed deed) {
        new Thread(() -> {
                    for (int n = 0; ; n++) {
                        String name = prefix + n;
                        say("begin " + name);
                        try {
                            deed.apply(name);
                        } catch (Exception e) {
                            throw new IllegalStateException(name, e);
                        }
                        done(name);
                    }
                })
                .start();
    }

    /** In the child: says that something is done. */
    public static void done(String name) {
        say("saved " + name + ".");
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
