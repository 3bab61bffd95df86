package io.keyuan.engine.document;

import io.keyuan.engine.child.ChildProgram;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens templates and makes documents of them, one after the other: a program of its own, started by {@link DocumentProgram}. It knows
 * neither the database nor a secret, and ends when nobody asks any more.
 */
public final class DocumentWorker {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int FAILED = 2;

    private final JsonMapper json = JsonMapper.shared();
    private @Nullable PdfWriter pdf;

    private DocumentWorker() {}

    /** Whoever starts it speaks with it by its input and its output. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithParent();
        var answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // What libraries have to say must not come between.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        new DocumentWorker().serve(new DataInputStream(new BufferedInputStream(System.in)), answers);
    }

    private void serve(DataInputStream questions, DataOutputStream answers) throws IOException {
        try {
            while (true) {
                String what = questions.readUTF();
                byte[][] parts = new byte[questions.readInt()][];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = questions.readNBytes(questions.readInt());
                }
                answer(what, parts, answers);
            }
        } catch (EOFException nobodyAsks) {
            answers.close();
        }
    }

    private void answer(String what, byte[][] parts, DataOutputStream answers) throws IOException {
        int state = DONE;
        byte[] content;
        try {
            content = done(what, parts);
        } catch (Refusal refusal) {
            state = REFUSED;
            content = json.writeValueAsBytes(told(refusal));
        } catch (Exception | StackOverflowError failure) {
            state = FAILED;
            content = new byte[0];
        }
        answers.writeByte(state);
        answers.writeInt(content.length);
        answers.write(content);
        answers.flush();
    }

    private static Map<String, Object> told(Refusal refusal) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", refusal.code());
        told.put("args", refusal.args());
        return told;
    }

    private byte[] done(String what, byte[][] parts) throws Exception {
        return switch (what) {
            case "read" -> json.writeValueAsBytes(AskedFor.in(parts[0]));
            case "docx" -> filled(parts);
            case "pdf" -> pdf().pdf(filled(parts));
            case "join" -> PdfJoin.of(List.of(parts));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private byte[] filled(byte[][] parts) throws IOException {
        return Filling.fill(parts[0], json.readValue(parts[1], Map.class));
    }

    private PdfWriter pdf() {
        PdfWriter known = pdf;
        if (known == null) {
            known = new PdfWriter();
            pdf = known;
        }
        return known;
    }
}
