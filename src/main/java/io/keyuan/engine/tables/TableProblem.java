package io.keyuan.engine.tables;

import java.util.Map;

/**
 * A file that cannot be read as a table. It carries a code and the facts; the words a person reads are made from them
 * elsewhere, in that person's language.
 */
public final class TableProblem extends RuntimeException {
    /** What is wrong, with the names of the facts. */
    public enum Code {
        /** There is nothing in the file but perhaps empty lines. */
        EMPTY_FILE,
        /** The first row has only blank cells. */
        NO_HEADER,
        /** {@code columns}, {@code most}. */
        TOO_MANY_COLUMNS,
        /** {@code name}, {@code first} and {@code second}: the columns from 1. */
        DUPLICATE_HEADER,
        /** {@code line}, {@code column} from 1, {@code most} chars. A quote never closed may be the cause. */
        CELL_TOO_LONG,
        /** {@code line} on which the row begins, {@code most} chars of all its cells together. */
        ROW_TOO_LONG,
        /** {@code line} on which the row begins whose quote is never closed. */
        UNCLOSED_QUOTE,
        /** {@code position} of the byte from 0, {@code charset}. */
        UNDECODABLE_BYTE,
        /** {@code format}: zip, pdf, png and the like, or unknown. */
        BINARY_FILE,
        /** The workbook is of a version before 2007. */
        OLD_WORKBOOK,
        /** The workbook cannot be read without its password. */
        ENCRYPTED_FILE,
        /** The workbook is broken, or only calls itself one. */
        DAMAGED_WORKBOOK,
        /** The workbook is small and unpacks to more than any table holds. */
        INFLATED_WORKBOOK,
        /** {@code name}: there is no sheet called so. */
        NO_SUCH_SHEET
    }

    private final Code code;
    private final transient Map<String, Object> args;

    TableProblem(Code code, Map<String, Object> args) {
        super(code + " " + args);
        this.code = code;
        this.args = Map.copyOf(args);
    }

    public Code code() {
        return code;
    }

    /** The facts: strings and whole numbers. */
    public Map<String, Object> args() {
        return args;
    }
}
