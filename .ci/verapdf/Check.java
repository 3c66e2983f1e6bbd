import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds files against the official validator's rules.
 *
 * <p>Arguments: flavours (ua1, 2a) joined by a comma, or "claimed" for what each file says that it is, then files.
 * Prints per file and flavour "PASS ua1 file", or one
 * "FAIL ua1 file rule clause-test, times: what, where" for each broken rule. Exits with 1 when anything failed, 2 on
 * wrong arguments.
 */
public final class Check {
    private static final int MOST = 10; // failures of one rule that are kept

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: Check ua1,2a|claimed FILE...");
            System.exit(2);
        }
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (int i = 1; i < args.length; i++) {
            File file = new File(args[i]);
            List<PDFAFlavour> flavours = args[0].equals("claimed") ? claimed(file) : flavours(args[0]);
            if (flavours.isEmpty()) {
                System.out.println("FAIL " + file + " claims nothing");
                good = false;
            }
            for (PDFAFlavour flavour : flavours) {
                good &= passes(flavour, file);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static List<PDFAFlavour> flavours(String ids) {
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String id : ids.split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("no such flavour: " + id);
                System.exit(2);
            }
            flavours.add(flavour);
        }
        return flavours;
    }

    /** What the file's metadata, which is never packed, says that it is. */
    private static List<PDFAFlavour> claimed(File file) {
        String ids = "";
        try {
            String text = new String(Files.readAllBytes(file.toPath()), StandardCharsets.ISO_8859_1);
            Matcher ua = Pattern.compile("<pdfuaid:part>(\\d)<").matcher(text);
            Matcher part = Pattern.compile("<pdfaid:part>(\\d)<").matcher(text);
            Matcher level = Pattern.compile("<pdfaid:conformance>([A-Z])<").matcher(text);
            if (ua.find()) {
                ids = "ua" + ua.group(1);
            }
            if (part.find() && level.find()) {
                ids += (ids.isEmpty() ? "" : ",") + part.group(1) + level.group(1).toLowerCase();
            }
        } catch (IOException e) {
            System.out.println("FAIL " + file + " cannot be read: " + e);
        }
        return ids.isEmpty() ? new ArrayList<>() : flavours(ids);
    }

    private static boolean passes(PDFAFlavour flavour, File file) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, MOST, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant() && result.getTotalAssertions() > 0) {
                System.out.println("PASS " + flavour.getId() + " " + file);
                return true;
            }
            Set<String> shown = new HashSet<>();
            for (TestAssertion a : result.getTestAssertions()) {
                String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber();
                if (a.getStatus() == TestAssertion.Status.FAILED && shown.add(rule)) {
                    System.out.println("FAIL " + flavour.getId() + " " + file + " rule " + rule + ", "
                            + result.getFailedChecks().get(a.getRuleId()) + " times: " + a.getMessage() + " First in "
                            + a.getLocation().getContext());
                }
            }
            if (shown.isEmpty()) {
                System.out.println("FAIL " + flavour.getId() + " " + file + " nothing was tested");
            }
        } catch (Exception e) {
            System.out.println("FAIL " + flavour.getId() + " " + file + " cannot be validated: " + e);
        }
        return false;
    }
}
