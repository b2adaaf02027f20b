// Of docx what the browser's program uses. Its own types bring those of Node along, in which a timer is no number.
export const HeadingLevel: { readonly TITLE: "Title"; readonly HEADING_1: "Heading1"; readonly HEADING_2: "Heading2" };

export type RunLook = { font: string; size: number; bold?: boolean; color?: string; language?: { value: string } };
export type Spacing = { before?: number; after: number; line: number };

export class TextRun {
  constructor(options: { text: string; rightToLeft?: boolean; bold?: boolean; italics?: boolean; break?: number });
}

export class Paragraph {
  constructor(options: {
    children: TextRun[];
    bidirectional?: boolean;
    heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel];
    keepNext?: boolean;
  });
}

export const WidthType: { readonly PERCENTAGE: "pct" };

export class TableCell {
  constructor(options: { children: Paragraph[]; width: { size: number; type: "pct" } });
}

export class TableRow {
  constructor(options: { children: TableCell[] });
}

export class Table {
  constructor(options: {
    rows: TableRow[];
    width: { size: number; type: "pct" };
    visuallyRightToLeft: boolean;
  });
}

export class Footer {
  constructor(options: { children: Paragraph[] });
}

export class Document {
  constructor(options: {
    title?: string;
    styles?: {
      paragraphStyles: {
        id: string;
        name: string;
        run: RunLook;
        paragraph: { spacing: Spacing };
      }[];
    };
    sections: { properties: Record<string, never>; footers: { default: Footer }; children: (Paragraph | Table)[] }[];
  });
}

export const Packer: { toBlob(document: Document): Promise<Blob> };
