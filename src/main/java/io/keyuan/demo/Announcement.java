package io.keyuan.demo;

/** A line for whoever started the program with the sample company: how far it is, and how to look around in it. */
public record Announcement(String line) {

    /** It may hold a password, which is for one pair of eyes, not for a log. */
    @Override
    public String toString() {
        return "Announcement";
    }
}
