package io.keyuan.engine.seal;

import io.keyuan.engine.seal.SealedRow.Place;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A block of rows and what holds it in the chain.
 *
 * @param number from 1, without gaps
 * @param after the last row of the block before
 * @param to its own last row
 * @param hashes of its rows, in their order, one behind the other
 * @param root over ids and hashes of its rows
 * @param previous the hash of the block before
 */
record Seal(
        long number, int format, Place after, Place to, List<UUID> ids, byte[] hashes, byte[] root, byte[] previous, byte[] hash,
        OffsetDateTime at) {

    static final int FORMAT = 1;

    /** @param rows at least one */
    static Seal of(Chain.End end, List<SealedRow> rows, OffsetDateTime at) {
        var hashes = ByteBuffer.allocate(rows.size() * Digest.BYTES);
        rows.forEach(row -> hashes.put(row.hash()));
        List<UUID> ids = rows.stream().map(SealedRow::id).toList();
        byte[] root = root(ids, hashes.array());
        var open = new Seal(
                end.number() + 1, FORMAT, end.place(), rows.getLast().place(), ids, hashes.array(), root, end.hash(), new byte[0], at);
        return new Seal(open.number, FORMAT, open.after, open.to, ids, open.hashes, root, open.previous, open.computed(), at);
    }

    /** The hash of the block that comes before the first of a tenant. */
    static byte[] beginning(UUID tenant) {
        return sha(ByteBuffer.allocate(16).putLong(tenant.getMostSignificantBits()).putLong(tenant.getLeastSignificantBits()).array());
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    private static byte[] root(List<UUID> ids, byte[] hashes) {
        return new Digest().add(ids.toArray(UUID[]::new)).add(hashes).hash();
    }

    /** What the hash has to be. */
    byte[] computed() {
        return new Digest().add(previous).add(number).add((long) format)
                .add(after.position()).add(after.id()).add(to.position()).add(to.id())
                .add((long) ids.size()).add(root).add(at).hash();
    }

    /** Whether it is whole in itself. */
    boolean isWhole() {
        return hashes.length == ids.size() * Digest.BYTES && Arrays.equals(root, root(ids, hashes)) && Arrays.equals(hash, computed());
    }

    byte[] hashOfRow(int index) {
        return Arrays.copyOfRange(hashes, index * Digest.BYTES, (index + 1) * Digest.BYTES);
    }

    String name() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Seal seal && Arrays.equals(hash, seal.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return number + " " + name();
    }
}
