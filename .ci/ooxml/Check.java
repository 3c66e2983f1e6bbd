import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Holds Word files against the schemas of ECMA-376: every part that has a schema is valid, every part has a content
 * type, every relation leads to a part or to an address, and every relation that is used is there.
 *
 * <p>Arguments: files. Prints "PASS file (n parts)", or a "FAIL file part: what" for each fault. Exits with 1 when
 * anything failed, 2 without arguments.
 */
public final class Check {
    private static final SchemaTypeLoader SCHEMAS =
            XmlBeans.typeLoaderUnion(new SchemaTypeLoader[] {TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem()});
    private static final int LEAST = 8; // parts with a schema in a file of ours

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("usage: Check FILE...");
            System.exit(2);
        }
        boolean good = true;
        for (String arg : args) {
            List<String> faults = new ArrayList<>();
            int held = check(new File(arg), faults);
            if (held < LEAST) {
                faults.add("only " + held + " parts have a schema");
            }
            for (String fault : faults) {
                System.out.println("FAIL " + arg + " " + fault);
            }
            if (faults.isEmpty()) {
                System.out.println("PASS " + arg + " (" + held + " parts)");
            }
            good &= faults.isEmpty();
        }
        System.exit(good ? 0 : 1);
    }

    /** Gives how many parts were held against a schema. */
    private static int check(File file, List<String> faults) throws IOException, ParserConfigurationException {
        int held = 0;
        try (ZipFile zip = new ZipFile(file)) {
            Map<String, byte[]> parts = new HashMap<>();
            List<String> names = new ArrayList<>();
            for (ZipEntry e : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(e)) {
                    if (parts.put(e.getName(), in.readAllBytes()) != null) {
                        faults.add(e.getName() + ": twice");
                    }
                }
                names.add(e.getName());
            }
            Set<String> typed = new HashSet<>();
            for (String name : names) {
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    held += valid(name, parts.get(name), faults);
                }
                if (name.endsWith(".rels")) {
                    relations(name, parts, faults);
                }
            }
            for (Element e : elements(parts.get("[Content_Types].xml"), "Override", faults)) {
                typed.add(e.getAttribute("PartName").substring(1));
            }
            for (String name : names) {
                if (name.endsWith(".xml") && !name.startsWith("[") && !typed.contains(name)) {
                    faults.add(name + ": no content type");
                }
            }
            for (String name : typed) {
                if (!parts.containsKey(name)) {
                    faults.add(name + ": a content type, and no part");
                }
            }
        }
        return held;
    }

    private static int valid(String name, byte[] data, List<String> faults) {
        List<XmlError> errors = new ArrayList<>();
        XmlOptions options = new XmlOptions().setLoadLineNumbers().setErrorListener(errors);
        try {
            XmlObject part = SCHEMAS.parse(new ByteArrayInputStream(data), null, options);
            if (!part.schemaType().isDocumentType()) {
                return 0; // well-formed, and of the package, which has its own schemas
            }
            part.validate(options);
            for (XmlError e : errors) {
                faults.add(name + " column " + e.getColumn() + ": " + e.getMessage());
            }
            return 1;
        } catch (XmlException | IOException e) {
            faults.add(name + ": " + e.getMessage());
            return 0;
        }
    }

    /** Every relation leads somewhere, and every one that a part names is there. */
    private static void relations(String name, Map<String, byte[]> parts, List<String> faults) throws ParserConfigurationException {
        String folder = name.substring(0, name.indexOf("_rels/"));
        String source = folder + name.substring(name.indexOf("_rels/") + 6, name.length() - 5);
        Set<String> known = new HashSet<>();
        for (Element e : elements(parts.get(name), "Relationship", faults)) {
            if (!known.add(e.getAttribute("Id"))) {
                faults.add(name + ": " + e.getAttribute("Id") + " twice");
            }
            String target = e.getAttribute("Target");
            if (!"External".equals(e.getAttribute("TargetMode"))) {
                if (!parts.containsKey(folder + target)) {
                    faults.add(name + ": no part " + folder + target);
                }
                continue;
            }
            try {
                new URI(target);
            } catch (URISyntaxException x) {
                faults.add(name + ": " + x.getMessage());
            }
        }
        if (source.equals(folder)) {
            return;
        }
        for (Element e : elements(parts.get(source), "*", faults)) {
            for (String attribute : new String[] {"r:id", "r:embed"}) {
                if (e.hasAttribute(attribute) && !known.contains(e.getAttribute(attribute))) {
                    faults.add(source + ": " + e.getTagName() + " refers to " + e.getAttribute(attribute));
                }
            }
        }
    }

    private static List<Element> elements(byte[] data, String tag, List<String> faults) throws ParserConfigurationException {
        List<Element> out = new ArrayList<>();
        try {
            Document d = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(data));
            NodeList found = d.getElementsByTagName(tag);
            for (int i = 0; i < found.getLength(); i++) {
                out.add((Element) found.item(i));
            }
        } catch (SAXException | IOException e) {
            faults.add(e.getMessage());
        }
        return out;
    }
}
