package xlsx

import (
	"fmt"
	"strings"
)

// Chart is a chart of horizontal bars over two columns of cells of its sheet.
type Chart struct {
	Title       string
	First, Last int // rows of the bars, from 1
	Names       int // column of their names, from 0
	Values      int
	Labels      []string // what these cells hold, for programs that do not look
	Counts      []int
	Column, Row int // where its upper left corner is, from 0
}

const (
	drawingNS = "http://schemas.openxmlformats.org/drawingml/2006/"
	drawings  = "application/vnd.openxmlformats-officedocument."
)

// addChart adds the parts of a chart and returns the relation to them.
func (p *Patch) addChart(s Sheet, c *Chart) (string, error) {
	chart, drawing := p.newName("xl/charts/titlelint", ".xml"), p.newName("xl/drawings/titlelint", ".xml")
	p.set(chart, []byte(c.xml(s.Name)))
	p.addType(chart, drawings+"drawingml.chart+xml")
	p.addType(drawing, drawings+"drawing+xml")
	id, err := p.relate(drawing, "chart", chart)
	if err != nil {
		return "", err
	}
	p.set(drawing, fmt.Appendf(nil, xmlHead+`<xdr:wsDr xmlns:xdr="%[1]sspreadsheetDrawing" xmlns:a="%[1]smain"><xdr:twoCellAnchor>`+
		`<xdr:from><xdr:col>%[2]d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%[3]d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`+
		`<xdr:to><xdr:col>%[4]d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%[5]d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`+
		`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="titlelint"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
		`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="%[1]schart">`+
		`<c:chart xmlns:c="%[1]schart" xmlns:r="%[6]s" r:id="%[7]s"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
		drawingNS, c.Column, c.Row, c.Column+9, c.Row+6+(c.Last-c.First+1)*2, p.relNS(), id))
	return p.relate(s.part, "drawing", drawing)
}

func (c *Chart) xml(sheet string) string {
	cells := func(column int) string {
		return string(appendEscaped(nil, Reference(sheet, column, c.First)+":$"+ColumnLetters(column)+fmt.Sprintf("$%d", c.Last)))
	}
	points := func(values func(i int) string) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<c:ptCount val="%d"/>`, len(c.Labels))
		for i := range c.Labels {
			fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, appendEscaped(nil, values(i)))
		}
		return b.String()
	}
	const plain = `<a:bodyPr/><a:lstStyle/>`
	return xmlHead + `<c:chartSpace xmlns:c="` + drawingNS + `chart" xmlns:a="` + drawingNS + `main"><c:roundedCorners val="0"/><c:chart>` +
		`<c:title><c:tx><c:rich>` + plain + `<a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>` + string(appendEscaped(nil, c.Title)) + `</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
		`<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
		`<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
		`<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
		`<c:cat><c:strRef><c:f>` + cells(c.Names) + `</c:f><c:strCache>` + points(func(i int) string { return c.Labels[i] }) + `</c:strCache></c:strRef></c:cat>` +
		`<c:val><c:numRef><c:f>` + cells(c.Values) + `</c:f><c:numCache><c:formatCode>General</c:formatCode>` +
		points(func(i int) string { return fmt.Sprint(c.Counts[i]) }) + `</c:numCache></c:numRef></c:val></c:ser>` +
		`<c:gapWidth val="60"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>` +
		`<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1002"/></c:catAx>` +
		`<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/></c:valAx>` +
		`</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
}
