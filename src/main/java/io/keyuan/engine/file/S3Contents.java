package io.keyuan.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Contents in a bucket of a storage that speaks S3, where several nodes find the same ones. */
final class S3Contents implements ContentStore {

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final Settings settings;
    private final Path incoming;

    /**
     * Which storage.
     *
     * @param endpoint null for Amazon's own
     */
    record Settings(@Nullable URI endpoint, String region, String bucket, String key, String secret) {}

    /** @param incoming a folder of this machine for what is on its way */
    S3Contents(Settings settings, Path incoming) {
        this.settings = settings;
        this.incoming = incoming;
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.key(), settings.secret())))
                // Buckets of other makers' storages have no host name each, and know no checksums but the one that signs.
                .serviceConfiguration(how -> how.pathStyleAccessEnabled(true).chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        client = (settings.endpoint() == null ? builder : builder.endpointOverride(settings.endpoint())).build();
    }

    @Override
    public Incoming receive() throws IOException {
        return Incoming.in(Files.createDirectories(incoming));
    }

    @Override
    public void keep(UUID tenant, Incoming content) throws IOException {
        if (!has(tenant, content.hash())) {
            asked(() -> client.putObject(
                    put -> put.bucket(settings.bucket()).key(key(tenant, content.hash())), RequestBody.fromFile(content.path())));
        }
    }

    @Override
    public boolean has(UUID tenant, String hash) throws IOException {
        try {
            client.headObject(head -> head.bucket(settings.bucket()).key(key(tenant, hash)));
            return true;
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                return false;
            }
            throw told(failure);
        } catch (SdkException failure) {
            throw told(failure);
        }
    }

    @Override
    public InputStream open(UUID tenant, String hash, long from) throws IOException {
        try {
            return client.getObject(get -> get.bucket(settings.bucket()).key(key(tenant, hash)).range(from == 0 ? null : "bytes=" + from + "-"));
        } catch (NoSuchKeyException missing) {
            throw (IOException) new NoSuchFileException(hash).initCause(missing);
        } catch (SdkException failure) {
            throw told(failure);
        }
    }

    @Override
    public void delete(UUID tenant, String hash) throws IOException {
        asked(() -> client.deleteObject(delete -> delete.bucket(settings.bucket()).key(key(tenant, hash))));
    }

    @Override
    public void forgetLeftovers() throws IOException {
        new FolderContents(incoming.resolveSibling("")).forgetLeftovers();
    }

    @Override
    public String place() {
        return "bucket " + settings.bucket() + (settings.endpoint() == null ? "" : " at " + settings.endpoint());
    }

    private static String key(UUID tenant, String hash) {
        return tenant + "/" + hash;
    }

    private static void asked(Runnable request) throws IOException {
        try {
            request.run();
        } catch (SdkException failure) {
            throw told(failure);
        }
    }

    private static IOException told(SdkException failure) {
        return new IOException("the storage of files: " + failure.getMessage(), failure);
    }
}
