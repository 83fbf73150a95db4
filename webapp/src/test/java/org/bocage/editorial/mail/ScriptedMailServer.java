package org.bocage.editorial.mail;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mail server that answers what it is told to: each command by its first word, all others with « 250 ok ». */
final class ScriptedMailServer implements Closeable {

    private static final String GREETING = "";

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new LinkedHashMap<>(
            Map.of(GREETING, "220 here", "DATA", "354 go on", "QUIT", "221 bye", "AUTH", "235 welcome"));

    ScriptedMailServer() throws IOException {
        Thread thread = new Thread(this::serve, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    ScriptedMailServer greeting(String answer) {
        return answering(GREETING, answer);
    }

    ScriptedMailServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                serve(client);
            } catch (IOException e) {
                // the client, or the test, went away
            }
        }
    }

    private void serve(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, answers.getOrDefault(GREETING, "220 here"));
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!data || line.equals(".")) {
                String command = line.split("[ :]", 2)[0];
                String answer = data ? answers.getOrDefault(".", "250 ok") : answers.getOrDefault(command, "250 ok");
                say(client, answer);
                data = !data && command.equals("DATA") && answer.startsWith("354");
            }
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
