package liveroom.transport.tls;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import liveroom.transport.tls.ServerCertificate.Issuer;
import org.jspecify.annotations.Nullable;

/// A certificate that the host has from somebody whom browsers trust, in PEM files (RFC 7468).
public final class SuppliedCertificate {
    private static final char[] IN_MEMORY = "liveroom".toCharArray();
    private static final long MAX_BYTES = 256 * 1024;

    private SuppliedCertificate() {}

    /// Reads it.
    ///
    /// @param chain the certificate, then those that vouch for it
    /// @param key its private key, PKCS #8 without a password
    /// @throws IOException with a sentence, if the two cannot be read, do not belong together, or are not valid now
    public static ServerCertificate load(Path chain, Path key, InstantSource clock) throws IOException {
        readable(chain);
        readable(key);
        try {
            Keys keys = Keys.builder()
                    .pem(pem -> pem.certChain(Resource.create(chain)).key(Resource.create(key)))
                    .build();
            PrivateKey privateKey = keys.privateKey().orElse(null);
            if (privateKey == null) {
                throw unusable(key, "no private key in it", null);
            }
            List<X509Certificate> certificates = keys.certChain();
            if (certificates.isEmpty()) {
                throw unusable(chain, "no certificate in it", null);
            }
            requireValid(chain, certificates.getFirst(), clock.instant());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("host", privateKey, IN_MEMORY, certificates.toArray(X509Certificate[]::new));
            ServerCertificate certificate = ServerCertificate.of(store, IN_MEMORY, Issuer.HOST);
            KeyPairCheck.requirePair(privateKey, certificates.getFirst().getPublicKey());
            return certificate;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw unusable(chain, "it and its key cannot be used", e);
        }
    }

    /// Of one that is not valid any more, or not yet, every viewer's browser would warn.
    private static void requireValid(Path chain, X509Certificate certificate, Instant now) throws IOException {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            throw unusable(chain, "it expired at " + until + ", so it must be renewed", null);
        }
        if (now.isBefore(from)) {
            throw unusable(chain, "it is valid from " + from + " on, and this computer's clock says " + now, null);
        }
    }

    private static void readable(Path file) throws IOException {
        if (!Files.isReadable(file) || file.toFile().length() > MAX_BYTES) {
            throw unusable(file, "the file cannot be read", null);
        }
    }

    private static IOException unusable(Path file, String why, @Nullable Throwable cause) {
        return new IOException(
                "The certificate " + file + " cannot be used: " + why
                        + ". Give a certificate chain and a private key (PKCS #8, no password) in PEM files.",
                cause);
    }
}
