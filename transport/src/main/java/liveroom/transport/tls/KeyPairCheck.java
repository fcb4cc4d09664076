package liveroom.transport.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/// Whether a private and a public key are halves of one: a signature by the first must hold for the second.
final class KeyPairCheck {
    private static final byte[] TEXT = {1, 2, 3, 4};

    private KeyPairCheck() {}

    static void requirePair(PrivateKey privateKey, PublicKey publicKey) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (publicKey.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    case "EdDSA", "Ed25519" -> "Ed25519";
                    default -> throw new InvalidKeyException(publicKey.getAlgorithm());
                });
        signature.initSign(privateKey);
        signature.update(TEXT);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(TEXT);
        if (!signature.verify(signed)) {
            throw new InvalidKeyException("the private key is another certificate's");
        }
    }
}
