//! Parquet: what is missing is null, categories are texts, means have all their decimals.

use super::folder::Folder;
use crate::{
    dictionary::{Cell, Dictionary, Kind, Variable},
    error::CliError,
    study::Study,
};
use parquet::{
    basic::{LogicalType, Repetition, Type as Physical},
    data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type},
    errors::ParquetError,
    file::{
        properties::WriterProperties,
        writer::{SerializedFileWriter, SerializedRowGroupWriter},
    },
    schema::types::Type,
};
use std::{
    io::{self, Write},
    sync::Arc,
};

/// How many rows are held before they are written.
const ROWS: usize = 4096;

/// Writes every table.
pub fn write(
    folder: &mut Folder,
    dictionary: &Dictionary,
    study: &Study<'_>,
) -> Result<(), CliError> {
    for table in study.tables() {
        folder.write(&format!("{}.parquet", table.name()), |out| {
            let variables = dictionary.variables(table);
            let rows = dictionary.rows(table, study);
            file(out, table.name(), &variables, rows).map_err(io::Error::other)
        })?;
    }
    Ok(())
}

fn file(
    out: &mut (impl Write + Send),
    name: &str,
    variables: &[&Variable],
    mut rows: impl Iterator<Item = Vec<Cell>>,
) -> Result<(), ParquetError> {
    let schema = Arc::new(schema(name, variables)?);
    let properties = Arc::new(WriterProperties::builder().build());
    let mut writer = SerializedFileWriter::new(out, schema, properties)?;
    loop {
        let some: Vec<_> = rows.by_ref().take(ROWS).collect();
        if some.is_empty() {
            break;
        }
        let mut group = writer.next_row_group()?;
        for (at, variable) in variables.iter().enumerate() {
            column(&mut group, variable, some.iter().map(|row| &row[at]))?;
        }
        group.close()?;
    }
    writer.close().map(drop)
}

fn schema(name: &str, variables: &[&Variable]) -> Result<Type, ParquetError> {
    let fields = variables.iter().map(|variable| {
        let (physical, logical) = match variable.kind {
            Kind::Text | Kind::Category(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Whole | Kind::Scale(_) => (Physical::INT32, None),
            Kind::Mean => (Physical::DOUBLE, None),
        };
        let field = Type::primitive_type_builder(&variable.name, physical);
        let field = field.with_repetition(Repetition::OPTIONAL).with_logical_type(logical);
        field.build().map(Arc::new)
    });
    let fields = fields.collect::<Result<_, _>>()?;
    Type::group_type_builder(name).with_fields(fields).build()
}

/// Writes one column of a row group. A level says whether there is a value (1) or null (0).
fn column<'a, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    variable: &Variable,
    cells: impl Iterator<Item = &'a Cell>,
) -> Result<(), ParquetError> {
    let no_column = || ParquetError::General("a column too many".to_owned());
    let mut writer = group.next_column()?.ok_or_else(no_column)?;
    match variable.kind {
        Kind::Text | Kind::Category(_) => {
            let (values, levels) = split(cells.map(|cell| text(cell, variable)));
            writer.typed::<ByteArrayType>().write_batch(&values, Some(&levels), None)?;
        }
        Kind::Whole | Kind::Scale(_) => {
            let (values, levels) = split(cells.map(|cell| number(cell, variable)));
            writer.typed::<Int32Type>().write_batch(&values, Some(&levels), None)?;
        }
        Kind::Mean => {
            let (values, levels) = split(cells.map(mean));
            writer.typed::<DoubleType>().write_batch(&values, Some(&levels), None)?;
        }
    }
    writer.close()
}

fn split<T>(cells: impl Iterator<Item = Option<T>>) -> (Vec<T>, Vec<i16>) {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        levels.push(i16::from(cell.is_some()));
        values.extend(cell);
    }
    (values, levels)
}

fn text(cell: &Cell, variable: &Variable) -> Option<ByteArray> {
    match cell {
        Cell::Text(text) => Some(text.as_str().into()),
        Cell::Code(number) => variable.code(*number).map(|code| code.key.as_str().into()),
        _ => None,
    }
}

fn number(cell: &Cell, variable: &Variable) -> Option<i32> {
    match cell {
        Cell::Whole(number) => Some(*number),
        Cell::Code(number) => {
            let code = variable.code(*number).filter(|code| !code.missing);
            code.map(|code| i32::from(code.number))
        }
        _ => None,
    }
}

fn mean(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Mean(sum, answered) => Some(f64::from(*sum) / f64::from(*answered)),
        _ => None,
    }
}
