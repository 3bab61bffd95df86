package io.keyuan.engine.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Looks at a file's beginning, and as far into it as is needed to see characters beyond ASCII. */
final class FileSample {
    private static final int SIZE = 1 << 16;

    private final Path file;
    private final byte[] head;

    private FileSample(Path file, byte[] head) {
        this.file = file;
        this.head = head;
    }

    static FileSample of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new FileSample(file, bytes.readNBytes(SIZE));
        }
    }

    /** Whether it is a workbook of Excel, or refused for being nearly one. */
    boolean isWorkbook() throws IOException {
        String format = BinaryFormat.of(head).orElse("");
        if (format.equals("xls")) {
            throw new TableProblem(
                    CompoundFile.isEncrypted(file) ? TableProblem.Code.ENCRYPTED_FILE : TableProblem.Code.OLD_WORKBOOK, Map.of());
        }
        return format.equals("xlsx") || format.equals("zip") && Workbook.isIn(file);
    }

    /** How the file is coded; a problem if it is no text at all. */
    Encoding encoding(Hints hints) throws IOException {
        BinaryFormat.of(head).ifPresent(FileSample::refuse);
        Optional<Encoding> marked = EncodingDetector.marked(head);
        Charset hinted = hints.charset();
        if (hinted != null) {
            return marked.filter(encoding -> encoding.charset().equals(hinted)).orElse(new Encoding(hinted, 0));
        }
        return marked.isPresent() ? marked.get() : unmarked();
    }

    /** The beginning as text; its last line is mostly cut. */
    String text(Encoding encoding) {
        return EncodingDetector.decode(head, encoding);
    }

    /** Whether there is more in the file than in the sample. */
    boolean isCut() {
        return head.length == SIZE;
    }

    private Encoding unmarked() throws IOException {
        for (byte b : head) {
            if (b == 0) {
                return EncodingDetector.utf16(head).orElseThrow(() -> binary("unknown"));
            }
        }
        return EncodingDetector.byteBased(firstBeyondAscii());
    }

    /** A table may name its columns in English and speak Chinese only a megabyte later. */
    private byte[] firstBeyondAscii() throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] chunk = bytes.readNBytes(SIZE);
            int ascii = asciiLength(chunk);
            while (chunk.length > 0 && ascii == chunk.length) {
                chunk = bytes.readNBytes(SIZE);
                ascii = asciiLength(chunk);
            }
            byte[] sample = Arrays.copyOfRange(chunk, ascii, ascii + SIZE);
            int more = bytes.readNBytes(sample, chunk.length - ascii, ascii);
            return Arrays.copyOf(sample, chunk.length - ascii + more);
        }
    }

    private static int asciiLength(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] >= 0) {
            length++;
        }
        return length;
    }

    private static void refuse(String format) {
        throw binary(format);
    }

    private static TableProblem binary(String format) {
        return new TableProblem(TableProblem.Code.BINARY_FILE, Map.of("format", format));
    }
}
