package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.terminal.PlainText;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Rows as a table of HTML, to be put into a page; a writer of XML does the escaping. */
final class HtmlTable {
  private HtmlTable() {}

  static void print(List<String> columns, List<List<String>> rows, PrintStream out) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter table = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      table.writeStartElement("table");
      table.writeStartElement("thead");
      row(table, "th", columns);
      table.writeEndElement();
      table.writeCharacters("\n");
      table.writeStartElement("tbody");
      for (List<String> cells : rows) {
        table.writeCharacters("\n");
        row(table, "td", cells);
      }
      table.writeEndElement();
      table.writeEndElement();
      table.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("writing to memory", impossible);
    }
    out.println(text);
  }

  private static void row(XMLStreamWriter table, String kind, List<String> cells)
      throws XMLStreamException {
    table.writeStartElement("tr");
    for (String cell : cells) {
      table.writeStartElement(kind);
      table.writeCharacters(PlainText.of(cell));
      table.writeEndElement();
    }
    table.writeEndElement();
  }
}
