package io.keyuan.bench.load;

import java.io.IOException;
import java.net.URI;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Sends requests to the program, one after the other. */
final class HttpClient implements Client {

    private static final int SHOWN = 300;

    private final HttpConnection connection;
    private final IntFunction<Request> requests;
    private final Predicate<HttpConnection.Answer> right;
    private int turn;

    private HttpClient(HttpConnection connection, IntFunction<Request> requests, Predicate<HttpConnection.Answer> right) {
        this.connection = connection;
        this.requests = requests;
        this.right = right;
    }

    /**
     * @param requests by a number that only grows, and differs between clients
     * @param right whether an answer is what was asked for
     */
    static Client.Source source(URI address, IntFunction<Request> requests, Predicate<HttpConnection.Answer> right) {
        return number -> new HttpClient(
                new HttpConnection(address), turn -> requests.apply(turn * Measure.MOST_CLIENTS + number), right);
    }

    @Override
    public void ask() throws IOException {
        HttpConnection.Answer answer = connection.send(requests.apply(turn));
        turn++;
        if (!right.test(answer)) {
            String text = answer.text();
            throw new WrongAnswer(answer.status() + " " + text.substring(0, Math.min(SHOWN, text.length())));
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
