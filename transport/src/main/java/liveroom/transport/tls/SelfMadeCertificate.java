package liveroom.transport.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import liveroom.transport.tls.ServerCertificate.Issuer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The studio's own certificate, kept in a PKCS #12 file so that its fingerprint stays the same from
/// show to show, and made anew a month before it expires or when the file cannot be read. The JDK's own
/// `keytool` makes it.
public final class SelfMadeCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(SelfMadeCertificate.class);
    /// The file's permissions protect the key, not this: PKCS #12 wants a password, and one beside its file protects
    /// nothing.
    private static final String PASSWORD = "liveroom";

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
    /// Browsers refuse certificates for longer (CA/Browser Forum, and Apple for its own).
    private static final int VALID_DAYS = 397;
    private static final int PATIENCE_SECONDS = 30;
    private static final int MAX_BYTES = 64 * 1024;

    private final Path file;
    private final Clock clock;

    public SelfMadeCertificate(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Reads the certificate, or makes it, which takes about a second.
    ///
    /// @throws IOException with a sentence, if it can be neither read nor made
    public ServerCertificate load() throws IOException {
        if (Files.exists(file)) {
            try {
                ServerCertificate kept = read(file);
                if (clock.instant().plus(RENEWED_BEFORE_END).isBefore(kept.expires())) {
                    return kept;
                }
                LOG.info("The studio's certificate is about to expire and is made anew");
            } catch (IOException | GeneralSecurityException | NoSuchElementException e) {
                LOG.warn("The studio's certificate cannot be read and is made anew: {}", e.toString());
            }
        }
        try {
            make();
            return read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException("The studio could not make a certificate of its own in " + file + ".", e);
        }
    }

    private static ServerCertificate read(Path file) throws IOException, GeneralSecurityException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("larger than " + MAX_BYTES + " bytes");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        return ServerCertificate.of(store, PASSWORD.toCharArray(), Issuer.STUDIO);
    }

    private void make() throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("no folder for " + file);
        }
        Files.createDirectories(folder);
        Path made = Files.createTempDirectory(folder, "certificate");
        try {
            Path store = made.resolve("new.p12");
            keytool(store);
            if (Files.getFileStore(store).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(store, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made.resolve("new.p12"));
            Files.deleteIfExists(made);
        }
    }

    private static void keytool(Path store) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "studio",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-sigalg",
                        "SHA256withECDSA",
                        "-dname",
                        "CN=Liveroom studio",
                        "-validity",
                        Integer.toString(VALID_DAYS),
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-ext",
                        "eku=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("keytool does not end");
            }
            if (process.exitValue() != 0) {
                byte[] said = process.getInputStream().readNBytes(1000);
                throw new IOException("keytool: " + new String(said, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool works", e);
        }
    }
}
